// npm run client: writes the types of the API, as it is frozen in tests/samples/openapi.json, for our command line,
// our tests, and whoever copies examples/order-service. With --check it only says whether they are as they should be.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const TO = new URL('../src/infra/cli/client/orchardApi.ts', import.meta.url);
const document = JSON.parse(readFileSync(new URL('../tests/samples/openapi.json', import.meta.url), 'utf8'));

// Every refusal has one form: written once an operation, not once a status.
for (const operations of Object.values(document.paths)) {
  for (const operation of Object.values(operations)) {
    const fine = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
    const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } };
    operation.responses = { ...Object.fromEntries(fine), default: { description: 'A problem', content: problem } };
  }
}

const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }));
const text = `// Made by "npm run client" out of tests/samples/openapi.json: do not edit.\n\n${types}`;
if (process.argv.includes('--check')) process.exitCode = readFileSync(TO, 'utf8') === text ? 0 : 1;
else writeFileSync(TO, text);
