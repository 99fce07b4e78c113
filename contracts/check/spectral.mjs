// Rules for the OpenAPI documents: Spectral's own and those of OWASP. Each one that is off says why.
import { oas } from "@stoplight/spectral-rulesets";
import owasp from "@stoplight/spectral-owasp-ruleset";
import { inputLimits } from "./input-limits.mjs";

export default {
  extends: [oas, owasp],
  rules: {
    // OpenAPI 3.1 lists the roles with the security requirement; the rule still asks for OAuth scopes as in 3.0.
    "oas3-operation-security-defined": "off",
    // The services bound what they take, not what they answer: see input-limits below, which is as strict.
    "owasp:api4:2023-string-limit": "off",
    "owasp:api4:2023-array-limit": "off",
    "owasp:api4:2023-integer-limit": "off",
    // Titles and descriptions are free text in any script; keys, ids, dates and weeks do have a pattern or a format.
    "owasp:api4:2023-string-restricted": "off",
    // Callers are limited by the gateway in front. The services bound their pools and shed load: 503 with Retry-After.
    "owasp:api4:2023-rate-limit": "off",
    "owasp:api4:2023-rate-limit-responses-429": "off",
    // Which origins may call is the operator's setting; the header is there when one is allowed.
    "owasp:api8:2023-define-cors-origin": "off",
    "input-limits": {
      message: "{{error}}",
      description: "Every text, list and whole number that a caller may send is bounded.",
      severity: "error",
      given: "$.paths[*][get,put,post,patch,delete]",
      then: { function: inputLimits },
    },
    "body-examples": {
      description: "Every body has an example, but the binary ones, which no document can show.",
      severity: "error",
      given: "$.paths[*][*]..content[*]",
      then: {
        function: ({ example, examples, schema }) =>
          example || examples || schema?.format === "binary" ? [] : [{ message: "The body has no example." }],
      },
    },
  },
  // Calendar programs can send no token: a member's calendar has a secret address, revocable and kept as a hash.
  overrides: [
    {
      files: ["../openapi/allocation.yaml#/paths/~1api~1v1~1calendars~1%7Bsecret%7D"],
      rules: {
        "owasp:api2:2023-no-credentials-in-url": "off",
        "owasp:api2:2023-read-restricted": "off",
        "owasp:api8:2023-define-error-responses-401": "off",
      },
    },
  ],
};
