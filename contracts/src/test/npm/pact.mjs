// Verifies a pact against a running mock with Pact's reference core: node pact.mjs ROOT FILE
import { Verifier } from '@pact-foundation/pact-core';

const [root, file] = process.argv.slice(2);
try {
  const output = await new Verifier({
    provider: 'kazoo',
    providerBaseUrl: root,
    providerStatesSetupUrl: `${root}/__admin/states`,
    pactUrls: [file],
    logLevel: 'error',
  }).verify();
  const results = JSON.parse(output).interactionResults;
  console.log(`verified ${results.filter((each) => each.result === 'OK').length}`);
} catch (failure) {
  console.log(failure.message);
  process.exitCode = 1;
}
