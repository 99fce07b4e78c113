package org.fengong.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources for a compiler's parser. */
final class Sources {
    private Sources() {}

    static List<JavaFileObject> ofAllServices() throws IOException {
        return ofModules(
                "platform/runtime",
                "platform/imports",
                "members-service",
                "tasks-service",
                "allocation-service",
                "review-service");
    }

    static List<JavaFileObject> ofModules(String... modules) throws IOException {
        var sources = new ArrayList<JavaFileObject>();
        for (var module : modules) {
            try (var files = Files.walk(PackagedSuite.root().resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    sources.add(of(file.getFileName().toString().replace(".java", ""), Files.readString(file)));
                }
            }
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }

    /** A compiler that has only to parse them. */
    static JavacTask parser(Collection<? extends JavaFileObject> sources) {
        return (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
    }

    static JavaFileObject of(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
