package io.github.kazoomock.server.http;

import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Incoming;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes in, bytes out: hands every request to one function and writes what it answers. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;
    private final Function<Incoming, Answer> answers;
    private final BiConsumer<Incoming, Answer> log;

    /**
     * A server that is not started yet.
     *
     * @param answers called on many threads at once; must not throw
     * @param log told of every request and its answer, before it is written: who has an answer finds it in the log
     */
    public HttpServer(Function<Incoming, Answer> answers, BiConsumer<Incoming, Answer> log) {
        this.answers = answers;
        this.log = log;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.modifyHttpConfiguration(HttpServer::configure);
            config.jetty.modifyServer(server -> {
                server.setErrorHandler(new BareErrors());
                server.addEventListener(new Backlog());
            });
            config.routes.before(this::serve);
        });
    }

    /**
     * Starts listening.
     *
     * @param port 0 for a free one
     * @return the port
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(HttpConfiguration http) {
        http.setSendDateHeader(false); // the sandbox has a clock of its own
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(RequestReader.HEAD_BUFFER);
        http.setUriCompliance(org.eclipse.jetty.http.UriCompliance.UNSAFE); // Crossbar reads paths itself
    }

    /** Lets many clients connect at the same moment; a queue of 50, as Java has it, refuses some of them. */
    private static final class Backlog implements LifeCycle.Listener {
        private static final int CONNECTIONS = 1024;

        @Override
        public void lifeCycleStarting(LifeCycle server) {
            for (Connector connector : ((Server) server).getConnectors()) {
                ((ServerConnector) connector).setAcceptQueueSize(CONNECTIONS);
            }
        }
    }

    private void serve(Context context) {
        try {
            Incoming in = RequestReader.read(context.req());
            Answer answer = RequestReader.refusal(in);
            answer = answer == null ? answers.apply(in) : answer;
            log.accept(in, answer);
            if (answer.hit() == null) {
                AnswerSender.send(answer, in, context.res());
            } else {
                FaultySender.send(answer, answer.hit(), in, context.req(), context.res());
            }
        } catch (EofException e) {
            LOG.debug("the client went away", e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed inside the mock", context.req().getMethod(), context.path(), e);
            throw e;
        } catch (IOException e) {
            LOG.warn(
                    "no answer to {} {}: {}",
                    context.req().getMethod(),
                    context.req().getRequestURI(),
                    e.toString());
        }
        context.skipRemainingHandlers();
    }
}
