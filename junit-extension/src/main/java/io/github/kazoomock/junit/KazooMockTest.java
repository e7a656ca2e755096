package io.github.kazoomock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives test methods a {@link KazooMock} as a parameter; on a method it goes before what is on the class.
 *
 * <pre>{@code
 * @KazooMockTest
 * class DevicesTest {
 *     @Test
 *     void lists_devices(KazooMock kazoo) {
 *         MyClient client = new MyClient(kazoo.apiRoot(), kazoo.login("account_admin").token());
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(KazooMockExtension.class)
public @interface KazooMockTest {
    /** The starting world: {@code demo}, {@code docs}, {@code empty} or a folder. */
    String fixture() default "demo";

    /** Which KAZOO is imitated: {@code kazoo-5} or {@code kazoo-5.0}. */
    String profile() default "kazoo-5";

    /** Same seed and same requests: same ids. */
    long seed() default 1;

    /** Where the clock starts, like {@code 2026-05-16T10:20:30Z}; now when empty. */
    String clock() default "";

    /** How many tests share a sandbox. */
    Lifetime sandbox() default Lifetime.METHOD;

    /** What fails a test that would pass without it. */
    Strict[] strict() default {};

    /** The folder that a failed test leaves journal and world in. */
    String report() default "target/kazoo-mock";
}
