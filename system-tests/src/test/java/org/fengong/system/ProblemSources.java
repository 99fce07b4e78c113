package org.fengong.system;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;

/**
 * The problem types that sources can answer with, read from the compiler's syntax trees. A slug is an argument of the
 * constructor of {@code ProblemException}; a class whose constructor hands one of its own arguments on to it is followed
 * to those who create that class, and so on.
 */
final class ProblemSources {
    /**
     * How a constructor names a problem.
     *
     * @param slugAt which argument is the slug, without the prefix
     * @param kindAt which argument is the kind; -1 when the class has always the same
     */
    private record Naming(int slugAt, String prefix, int kindAt, String kind) {}

    /** A creation of an object or a {@code super(…)}: the class that it names, and in which constructor it stands. */
    private record Call(
            String place,
            String type,
            List<? extends ExpressionTree> arguments,
            Optional<MethodTree> within,
            Map<String, String> constants) {
        /** A text, or a constant of the same file that is one. */
        Optional<String> text(Tree tree) {
            if (tree instanceof IdentifierTree name) {
                return Optional.ofNullable(constants.get(name.getName().toString()));
            }
            return textOf(tree);
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Naming> namings = new HashMap<>(Map.of("ProblemException", new Naming(1, "", 0, null)));
    private final Map<String, Set<String>> kindsBySlug = new TreeMap<>();
    private final Set<String> unreadable = new TreeSet<>();

    private ProblemSources() {}

    static ProblemSources read(Collection<? extends JavaFileObject> sources) {
        var task = Sources.parser(sources);
        var found = new ProblemSources();
        try {
            for (var unit : task.parse()) {
                unit.accept(found.new Calls(unit.getSourceFile().getName()), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.follow();
        return found;
    }

    /** The kinds, such as CONFLICT, under which each slug is answered. */
    Map<String, Set<String>> kindsBySlug() {
        return kindsBySlug;
    }

    /** Places that name a problem in a way that cannot be read here. */
    Set<String> unreadable() {
        return unreadable;
    }

    private void follow() {
        var done = new HashSet<Call>();
        int before;
        do {
            before = done.size();
            for (var call : calls) {
                if (namings.containsKey(call.type()) && done.add(call)) {
                    read(call, namings.get(call.type()));
                }
            }
        } while (done.size() > before);
    }

    private void read(Call call, Naming naming) {
        var slug = call.arguments().get(naming.slugAt());
        var kind =
                naming.kindAt() < 0 ? naming.kind() : lastName(call.arguments().get(naming.kindAt()));
        var own = call.within().filter(constructor -> isParameter(constructor, lastName(rightOf(slug))));
        var text = call.text(slug);
        if (text.isPresent()) {
            kindsBySlug
                    .computeIfAbsent(naming.prefix() + text.get(), any -> new TreeSet<>())
                    .add(kind);
        } else if (own.isPresent()) {
            var prefix = slug instanceof BinaryTree sum
                    ? textOf(sum.getLeftOperand()).orElse("")
                    : "";
            namings.put(
                    call.place(),
                    new Naming(
                            positionOf(own.get(), lastName(rightOf(slug))),
                            prefix,
                            naming.kindAt() < 0 ? -1 : positionOf(own.get(), kind),
                            kind));
        } else {
            unreadable.add("%s: the slug of %s is %s".formatted(call.place(), call.type(), slug));
        }
    }

    private static boolean isParameter(MethodTree constructor, String name) {
        return positionOf(constructor, name) >= 0;
    }

    private static int positionOf(MethodTree constructor, String name) {
        return constructor.getParameters().stream()
                .map(VariableTree::getName)
                .map(Object::toString)
                .toList()
                .indexOf(name);
    }

    private static Tree rightOf(ExpressionTree slug) {
        return slug instanceof BinaryTree sum ? sum.getRightOperand() : slug;
    }

    private static Optional<String> textOf(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String lastName(Tree tree) {
        return tree instanceof MemberSelectTree select ? select.getIdentifier().toString() : tree.toString();
    }

    private final class Calls extends TreeScanner<Void, Void> {
        private final String file;
        private final Map<String, String> constants = new HashMap<>();
        private ClassTree type;
        private MethodTree constructor;

        private Calls(String file) {
            this.file = file;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            var outer = type;
            type = tree;
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            constructor = tree.getName().contentEquals("<init>") ? tree : null;
            super.visitMethod(tree, nothing);
            constructor = null;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            if (tree.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
                textOf(tree.getInitializer())
                        .ifPresent(text -> constants.put(tree.getName().toString(), text));
            }
            return super.visitVariable(tree, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            calls.add(new Call(file, lastName(tree.getIdentifier()), tree.getArguments(), Optional.empty(), constants));
            return super.visitNewClass(tree, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            if (tree.getMethodSelect().toString().equals("super") && type.getExtendsClause() != null) {
                calls.add(new Call(
                        type.getSimpleName().toString(),
                        lastName(type.getExtendsClause()),
                        tree.getArguments(),
                        Optional.ofNullable(constructor),
                        constants));
            }
            return super.visitMethodInvocation(tree, nothing);
        }
    }
}
