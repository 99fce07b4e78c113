/** Spectral function: finds schemas in an operation's parameters and request body that have no bounds. */
export const inputLimits = (operation, _options, { path }) => {
  const problems = [];
  for (const parameter of operation.parameters ?? []) {
    walk(parameter.schema, [parameter.name], problems, new Set());
  }
  for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) {
    walk(media.schema, [type], problems, new Set());
  }
  return problems.map((message) => ({ message, path }));
};

function walk(schema, where, problems, seen) {
  if (!schema || seen.has(schema)) {
    return;
  }
  seen.add(schema);
  const missing = {
    string: schema.enum || schema.const ? [] : ["maxLength"],
    array: ["maxItems"],
    integer: ["minimum", "maximum"],
  };
  for (const type of [schema.type].flat()) {
    for (const limit of missing[type] ?? []) {
      if (schema[limit] === undefined) {
        problems.push(`${where.join(".")} has no ${limit}.`);
      }
    }
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    walk(property, [...where, name], problems, seen);
  }
  [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]
    .filter((child) => typeof child === "object")
    .forEach((child) => walk(child, [...where, "*"], problems, seen));
}
