package nl.baton.intake;

import java.nio.file.Path;

/**
 * A file that has come in and waits to be imported.
 *
 * @param name what its sender calls it
 */
public record SpooledFile(Path path, String name) {

    private static final int LONGEST_NAME = 200;

    public SpooledFile {
        // What a browser sends as a name may be a whole path, or anything.
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "").strip();
        name = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
