package nl.baton.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What the upload says, in the user's language. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of(Component screen) {
        var words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(screen.getTranslation("intake.upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(screen.getTranslation("intake.upload.choose")));
        words.setError(new UploadI18N.Error().setTooManyFiles(screen.getTranslation("intake.upload.one")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(screen.getTranslation("intake.upload.connecting"))
                        .setStalled(screen.getTranslation("intake.upload.stalled"))
                        .setProcessing(screen.getTranslation("intake.upload.processing"))
                        .setHeld(screen.getTranslation("intake.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(screen.getTranslation("intake.upload.left") + " ")
                        .setUnknown(screen.getTranslation("intake.upload.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(screen.getTranslation("intake.upload.unavailable"))
                        .setUnexpectedServerError(screen.getTranslation("intake.upload.failed"))
                        .setForbidden(screen.getTranslation("intake.upload.forbidden"))
                        .setFileTooLarge(screen.getTranslation("intake.upload.large"))));
        words.setFile(new UploadI18N.File()
                .setRetry(screen.getTranslation("intake.upload.retry"))
                .setStart(screen.getTranslation("intake.upload.start"))
                .setRemove(screen.getTranslation("intake.upload.remove")));
        words.setUnits(List.of("B", "kB", "MB", "GB"), 1000);
        return words;
    }
}
