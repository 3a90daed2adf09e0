package nl.baton;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.testbench.BrowserTest;
import com.vaadin.testbench.BrowserTestBase;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sign-in, for teams with a licence for Vaadin TestBench: {@code ./mvnw verify -Ptestbench}. */
@BatonTest
class SignInTestBenchIT extends BrowserTestBase {

    @LocalServerPort
    private int port;

    @BeforeEach
    void open() {
        getDriver().get("http://localhost:" + port + "/");
    }

    @BrowserTest
    void a_wrong_password_does_not_let_anyone_in() {
        waitUntil(driver -> driver.getCurrentUrl().endsWith("/login"));
        findElement(By.name("username")).sendKeys("nobody");
        findElement(By.name("password")).sendKeys("wrong");
        findElement(By.name("password")).submit();

        waitUntil(driver -> driver.getCurrentUrl().contains("error"));
        assertTrue(findElement(By.name("password")).isDisplayed());
    }
}
