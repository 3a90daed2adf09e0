package nl.baton.base.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Service;

/** Measures how long Baton's services take: what screens and callers of the API wait for, queries included. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ServiceTimes {

    static final String METER = "baton.service";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor serviceTimer(ObjectProvider<MeterRegistry> meters) {
        ClassFilter services =
                type -> type.getName().startsWith("nl.baton.") && type.isAnnotationPresent(Service.class);
        MethodInterceptor timer = call -> {
            long start = System.nanoTime();
            String outcome = "failed";
            try {
                Object answer = call.proceed();
                outcome = "done";
                return answer;
            } finally {
                MeterRegistry registry = meters.getIfAvailable();
                if (registry != null) {
                    registry.timer(
                                    METER,
                                    "service",
                                    call.getMethod().getDeclaringClass().getSimpleName(),
                                    "method",
                                    call.getMethod().getName(),
                                    "outcome",
                                    outcome)
                            .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                }
            }
        };
        return new DefaultPointcutAdvisor(new ComposablePointcut(services), timer);
    }
}
