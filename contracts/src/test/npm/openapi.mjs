// Holds a document against the official schema of its version of OpenAPI:  node openapi.mjs FILE
// Prints what is wrong, one line each; exit code 1 when something is.
import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';

const document = JSON.parse(await readFile(process.argv[2], 'utf8'));
const problems = [];
const validator = new Validator();
const { valid, errors } = await validator.validate(document);
if (!valid) {
  problems.push(...[errors].flat().map((error) =>
    typeof error === 'string' ? error : `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}

// What the official schema leaves open: whether expressions are ones, for an engine with Unicode as JSON Schema wants.
let expressions = 0;
const compile = (at, expression) => {
  expressions++;
  try {
    new RegExp(expression, 'u');
  } catch (error) {
    problems.push(`${at} ${error.message}`);
  }
};
const walk = (at, value) => {
  if (value === null || typeof value !== 'object') {
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === 'pattern' && typeof child === 'string') {
      compile(`${at}/pattern`, child);
    } else if (key === 'patternProperties') {
      Object.keys(child).forEach((expression) => compile(`${at}/patternProperties`, expression));
    }
    if (key !== 'example') {
      walk(`${at}/${key}`, child);
    }
  }
};
walk('', document);

problems.slice(0, 50).forEach((problem) => console.log(problem));
console.log(`OpenAPI ${validator.version}: ${problems.length} problems, ${expressions} expressions`);
process.exitCode = problems.length === 0 ? 0 : 1;
