// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An HTTP server on loopback that keeps what it is sent and answers as a test wants. */
public final class FakeReceiver implements AutoCloseable {
    static {
        // Else the second packet of an answer waits 40 ms for the receipt of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Answer> answers = request -> new Answer(200, "{\"errcode\":0,\"code\":0}");

    /** Something that was sent. */
    public record Received(String address, Map<String, String> headers, String body, long nanos) {}

    /** What is answered. */
    public record Answer(int status, String body) {}

    /** Listens on a free port. */
    public FakeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** Where it listens. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** All that was sent, also what was not answered with success. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** From now on it answers so. */
    public void answers(Function<Received, Answer> next) {
        answers = next;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        Received request = new Received(exchange.getRequestURI().toString(), headers, body, System.nanoTime());
        received.add(request);
        Answer answer = answers.apply(request);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
