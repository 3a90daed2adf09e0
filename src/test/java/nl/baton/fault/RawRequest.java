package nl.baton.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A request to the intake over a plain socket: half-sent and cut, or answered while it is still being sent. */
public final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final boolean chunked;
    private boolean answerChunked;
    private long left = Long.MAX_VALUE;
    private boolean over;

    private RawRequest(int port, String token, String type, long length) throws IOException {
        chunked = length < 0;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out.write(("POST /api/v1/touchpoints HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: " + type + "\r\n"
                        + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length) + "\r\n\r\n")
                .getBytes(ISO_8859_1));
    }

    /** An array of a length that is told beforehand. */
    public static RawRequest array(int port, String token, long length) throws IOException {
        return new RawRequest(port, token, "application/json", length);
    }

    /** Lines without a known end. */
    public static RawRequest lines(int port, String token) throws IOException {
        return new RawRequest(port, token, "application/x-ndjson", -1);
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (chunked) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
        }
        out.write(bytes, from, length);
        if (chunked) {
            out.write("\r\n".getBytes(ISO_8859_1));
        }
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** There is no more to come. */
    public void end() throws IOException {
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(ISO_8859_1));
        }
        out.flush();
    }

    /** Reads the answer's head; its lines follow. */
    public int status() throws IOException {
        String first = headLine();
        for (String header = headLine(); !header.isEmpty(); header = headLine()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            answerChunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (lower.startsWith("content-length:")) {
                left = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
        }
        if (answerChunked) {
            left = 0;
        }
        return Integer.parseInt(first.split(" ")[1]);
    }

    /** The next line of the answer; null at its end. */
    public @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = next(); next >= 0; next = next()) {
            if (next == '\n') {
                return line.toString(UTF_8);
            }
            line.write(next);
        }
        return line.size() == 0 ? null : line.toString(UTF_8);
    }

    private int next() throws IOException {
        if (over) {
            return -1;
        }
        if (left == 0) {
            if (answerChunked) {
                nextChunk();
            }
            if (left == 0) {
                over = true;
                return -1;
            }
        }
        left--;
        int next = in.read();
        over = next < 0;
        if (over && answerChunked) {
            throw new IOException("The answer breaks off");
        }
        if (left == 0 && answerChunked) {
            headLine();
        }
        return next;
    }

    private void nextChunk() throws IOException {
        left = Long.parseLong(headLine(), 16);
    }

    private String headLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The answer breaks off");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    /** Ends the connection in the middle, by a reset or as if all had been said. */
    public void cut(boolean reset) throws IOException {
        out.flush();
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
