package org.fengong.system;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The settings that the sources declare by {@code @ConfigMapping}, as a table in Markdown. */
final class ConfigurationTable {
    /** What stands in property files is the default of what has none in the source. */
    private final Properties properties;

    private final Map<String, ClassTree> types = new HashMap<>();
    private final Map<ClassTree, CompilationUnitTree> units = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private DocTrees docs;

    private ConfigurationTable(Properties properties) {
        this.properties = properties;
    }

    /** A row per setting, in the order of the sources: variable, default, meaning. */
    static List<String> rows(Collection<? extends JavaFileObject> sources, Properties properties) {
        var table = new ConfigurationTable(properties);
        var task = Sources.parser(sources);
        table.docs = DocTrees.instance(task);
        try {
            for (var unit : task.parse()) {
                unit.getTypeDecls().forEach(type -> table.remember(type, unit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var groups = new TreeMap<String, List<ClassTree>>();
        table.types
                .values()
                .forEach(type -> table.prefix(type)
                        .ifPresent(prefix -> groups.computeIfAbsent(prefix, p -> new ArrayList<>())
                                .add(type)));
        groups.forEach((prefix, types) -> types.stream()
                .sorted(Comparator.comparing(type -> type.getSimpleName().toString()))
                .forEach(type -> table.read(type, prefix, "")));
        return table.rows;
    }

    private void remember(Tree tree, CompilationUnitTree unit) {
        if (tree instanceof ClassTree type) {
            types.put(type.getSimpleName().toString(), type);
            units.put(type, unit);
            type.getMembers().forEach(member -> remember(member, unit));
        }
    }

    private void read(ClassTree type, String prefix, String group) {
        methods(type).forEach(method -> {
            var name = prefix + "." + kebab(method.getName().toString());
            var nested = types.get(method.getReturnType().toString());
            var meaning = doc(type, method);
            if (nested != null && nested.getKind() == Tree.Kind.INTERFACE) {
                read(nested, name, meaning);
            } else {
                rows.add("| `%s` | %s | %s |"
                        .formatted(
                                name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                                defaultOf(method, name),
                                meaning.isEmpty() ? "%s: %s".formatted(stripped(group), lastOf(name)) : meaning));
            }
        });
    }

    private static String lastOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String stripped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Stream<MethodTree> methods(ClassTree type) {
        return type.getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast);
    }

    private String doc(ClassTree type, MethodTree method) {
        var unit = units.get(type);
        var comment = docs.getDocCommentTree(TreePath.getPath(unit, method));
        return comment == null
                ? ""
                : comment.getFullBody().stream()
                        .map(part -> part.toString().replaceAll("\\{@code ([^}]*)}", "`$1`"))
                        .reduce("", String::concat)
                        .replaceAll("\\s+", " ");
    }

    private String defaultOf(MethodTree method, String name) {
        return annotation(method.getModifiers().getAnnotations(), "WithDefault")
                .or(() -> Optional.ofNullable(properties.getProperty(name)))
                .map("`%s`"::formatted)
                .orElse("–");
    }

    private Optional<String> prefix(ClassTree type) {
        return annotation(type.getModifiers().getAnnotations(), "ConfigMapping");
    }

    private Optional<String> annotation(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> text(annotation.getArguments().get(0)))
                .findFirst();
    }

    /** A text, also one in a constant of the sources. */
    private String text(Tree value) {
        if (value instanceof AssignmentTree named) {
            return text(named.getExpression());
        }
        if (value instanceof LiteralTree literal) {
            return literal.getValue().toString();
        }
        var constant = (MemberSelectTree) value;
        return types.get(constant.getExpression().toString()).getMembers().stream()
                .filter(member -> member instanceof VariableTree variable
                        && variable.getName().equals(constant.getIdentifier()))
                .map(member -> text(((VariableTree) member).getInitializer()))
                .findFirst()
                .orElseThrow();
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
