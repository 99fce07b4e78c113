package org.fengong.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds the field of the request that a violated constraint stands on. */
final class Violations {
    private Violations() {}

    static Violation of(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2 || nodes.get(0).getKind() != ElementKind.METHOD) {
            return Violation.inBody(fieldOf(nodes), violation.getMessage());
        }
        if (nodes.size() == 2 && nodes.get(1).getKind() == ElementKind.PARAMETER) {
            return ofParameter(
                    violation,
                    nodes.get(0).as(Path.MethodNode.class),
                    nodes.get(1).as(Path.ParameterNode.class));
        }
        return Violation.inBody(fieldOf(nodes.subList(2, nodes.size())), violation.getMessage());
    }

    /** As a caller would write it: {@code roles[0].skills[1].minLevel}. */
    private static String fieldOf(List<Path.Node> nodes) {
        var field = new StringBuilder();
        for (var node : nodes) {
            if (node.isInIterable()) {
                field.append('[')
                        .append(node.getIndex() == null ? node.getKey() : node.getIndex())
                        .append(']');
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.toString();
    }

    private static Violation ofParameter(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                var annotations = type.getDeclaredMethod(
                                method.getName(), method.getParameterTypes().toArray(Class<?>[]::new))
                        .getParameterAnnotations()[parameter.getParameterIndex()];
                return new Violation(
                        nameOf(annotations, parameter.getName()), placeOf(annotations), violation.getMessage());
            } catch (NoSuchMethodException e) {
                continue; // a generated subclass; its parent declares the method
            }
        }
        return Violation.inBody(parameter.getName(), violation.getMessage());
    }

    private static String placeOf(Annotation[] annotations) {
        for (var a : annotations) {
            if (a instanceof RestQuery || a instanceof QueryParam) {
                return "query";
            }
            if (a instanceof RestPath || a instanceof PathParam) {
                return "path";
            }
            if (a instanceof RestHeader || a instanceof HeaderParam) {
                return "header";
            }
        }
        return "body";
    }

    private static String nameOf(Annotation[] annotations, String parameterName) {
        var names = new ArrayList<>(List.of(""));
        for (var a : annotations) {
            if (a instanceof RestQuery q) {
                names.add(q.value());
            } else if (a instanceof QueryParam q) {
                names.add(q.value());
            } else if (a instanceof RestHeader h) {
                names.add(h.value());
            } else if (a instanceof HeaderParam h) {
                names.add(h.value());
            }
        }
        var name = names.get(names.size() - 1);
        return name.isEmpty() ? parameterName : name;
    }
}
