package org.fengong.platform.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** The program of every service: looks at its settings before anything connects to anything. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        var refusals = UnsafeSettings.of(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
        if (!refusals.isEmpty()) {
            System.err.println("The service does not start, its settings are unsafe:\n - "
                    + String.join("\n - ", refusals)
                    + "\nSee \"Configure\" in the README. On a machine of your own the profile local allows them.");
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
