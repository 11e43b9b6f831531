// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * What surrounds a command.
 *
 * @param out takes the answer
 * @param err takes all else
 * @param environment variables of the process
 * @param messages in the language of the user
 * @param terminal whether a person watches standard error
 * @param clock dates what is done now
 */
public record Session(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Messages messages,
        boolean terminal,
        Clock clock) {

    /** The surroundings of a command line. */
    public static Session of(
            PrintWriter out, PrintWriter err, Map<String, String> environment, List<String> arguments) {
        // The launcher can tell whether standard error is a terminal; Java only whether all three are.
        String told = environment.get("FIELDBACK_TERMINAL");
        boolean terminal = told == null ? System.console() != null : told.equals("yes");
        return new Session(out, err, environment, Messages.of(arguments, environment), terminal, Clock.systemUTC());
    }

    /** The folder of keys: {@code FIELDBACK_HOME}, else {@code .fieldback} in the user's home. */
    public Path home() {
        String given = environment.get("FIELDBACK_HOME");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".fieldback")
                : Path.of(given);
    }

    /** Says something that is not part of the answer. */
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    /** A sentence of the message files, on standard error. */
    public void tell(String key, Object... arguments) {
        say(messages.text(key, arguments));
    }

    /** Says on a terminal what is done next; in a pipe nothing. */
    public void step(String key, Object... arguments) {
        if (terminal) {
            tell(key, arguments);
        }
    }

    /** Makes the commands: those with a constructor for a session are given this one. */
    public CommandLine.IFactory factory() {
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1
                            && constructor.getParameterTypes()[0].equals(Session.class)) {
                        return type.cast(constructor.newInstance(Session.this));
                    }
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }
}
