package io.github.kazoomock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which of several extensions a {@link KazooMock} parameter comes from. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface KazooMockNamed {
    /** What {@link KazooMockExtension.Builder#named} said. */
    String value();
}
