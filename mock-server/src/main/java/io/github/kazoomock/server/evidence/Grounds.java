package io.github.kazoomock.server.evidence;

import java.util.List;
import java.util.stream.Stream;

/** What one operation is founded on; grade and mark are made once, because every reply shows them. */
public final class Grounds {
    private final String operation;
    private final List<Evidence> evidence;
    private final Grade grade;
    private final String mark;

    /** @param operation its id */
    public Grounds(String operation, List<Evidence> evidence) {
        this.operation = operation;
        this.evidence = List.copyOf(evidence);
        this.grade = Grade.of(evidence);
        this.mark = grade + "; " + operation;
    }

    /** As it was declared, and what came later behind it. */
    public List<Evidence> evidence() {
        return evidence;
    }

    public Grade grade() {
        return grade;
    }

    /** Grade and operation in one text: {@code seed 2019-12-09; services.get}. */
    public String mark() {
        return mark;
    }

    /** The same with more evidence. */
    public Grounds and(List<Evidence> more) {
        return new Grounds(
                operation, Stream.concat(evidence.stream(), more.stream()).toList());
    }
}
