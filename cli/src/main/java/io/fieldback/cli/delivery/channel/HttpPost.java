// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.TellingException;
import io.fieldback.cli.delivery.TellingException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Posts a body and says what an answer means. No message names the address: robots have their secret in it. */
final class HttpPost {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int SHOWN = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String name;

    /** {@code name} of the channel, for messages. */
    HttpPost(String name) {
        this.name = name;
    }

    /** The body of the answer. Throws unless it is a success. */
    String send(String url, Map<String, String> headers, byte[] body) throws TellingException {
        return begin(url, headers, body).answer();
    }

    /** Sends and does not wait for the answer. */
    Sending begin(String url, Map<String, String> headers, byte[] body) throws TellingException {
        HttpRequest.Builder request = request(url).timeout(ANSWER).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return new Sending(
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** A body on its way. */
    final class Sending {
        private final CompletableFuture<HttpResponse<String>> future;

        private Sending(CompletableFuture<HttpResponse<String>> future) {
            this.future = future;
        }

        /** Waits for the answer and gives its body. Throws unless it is a success. */
        String answer() throws TellingException {
            try {
                HttpResponse<String> answer = future.get();
                if (answer.statusCode() / 100 != 2) {
                    throw refusal(answer);
                }
                return answer.body();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                String why = cause.getMessage();
                throw new TellingException(
                        Kind.AWAY,
                        "Cannot tell channel " + name + ": "
                                + (why == null ? cause.getClass().getSimpleName() : why));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TellingException(Kind.AWAY, "Cannot tell channel " + name + ": interrupted");
            }
        }
    }

    private HttpRequest.Builder request(String url) throws TellingException {
        try {
            return HttpRequest.newBuilder(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new TellingException(Kind.BROKEN, "Cannot tell channel " + name + ": its url is none");
        }
    }

    private TellingException refusal(HttpResponse<String> answer) {
        String said = answer.body().strip();
        String sentence = "Cannot tell channel " + name + ": it answers " + answer.statusCode()
                + (said.isEmpty()
                        ? ""
                        : " "
                                + said.substring(0, Math.min(SHOWN, said.length()))
                                        .replace('\n', ' '));
        Kind kind = switch (answer.statusCode()) {
            case 429, 503 -> Kind.TOO_FAST;
            case 401, 403, 404, 405, 410 -> Kind.BROKEN;
            case 400, 409, 413, 415, 422 -> Kind.REFUSED;
            default -> Kind.AWAY;
        };
        return new TellingException(kind, sentence, patience(answer));
    }

    private static Duration patience(HttpResponse<String> answer) {
        String seconds = answer.headers().firstValue("Retry-After").orElse("0");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
