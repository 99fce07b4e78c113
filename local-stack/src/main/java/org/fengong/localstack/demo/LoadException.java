package org.fengong.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A service refused something that the files say. */
final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadException(String what, JsonNode problem) {
        this(what, Api.describe(problem));
    }

    LoadException(String what, String why) {
        super(what + " was refused: " + why);
    }
}
