package io.github.kazoomock.server.cli;

import io.github.kazoomock.server.KazooServer;

/** Starts the mock from the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        KazooServer server = KazooServer.builder()
                .port(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8000)
                .log((in, answer) -> System.out.println(
                        in.method() + " " + in.path() + " " + answer.status() + " " + answer.reason()))
                .start();
        System.out.println(server.apiRoot());
        server.logins().forEach(System.out::println);
    }
}
