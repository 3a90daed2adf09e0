package nl.baton.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.baton.BatonTest;
import org.junit.jupiter.api.Tag;

/** A {@link BatonTest} of what is stored, or of who may see it: it runs on H2, and again on MySQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@BatonTest
@Tag(DatabaseTest.TAG)
public @interface DatabaseTest {

    String TAG = "database";
}
