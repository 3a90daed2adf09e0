package nl.baton.handoff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for people who are not to be known: within one export the same person has the same one, in the next another. They
 * are made under a key that is forgotten with the export, so that nobody finds a name by trying names out.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int BYTES = 6;

    private final Mac mac;

    Pseudonyms() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", impossible);
        }
    }

    String of(String name) {
        byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        return "agent-" + HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
