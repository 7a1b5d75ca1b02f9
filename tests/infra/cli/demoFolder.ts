import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { openOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { writeDemoShop } from '../../../src/infra/demo/writeDemoShop.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';

/** A data folder of the test's own with the demo shop in it, which nobody holds. */
export async function demoFolder(): Promise<{ folder: string; remove: () => void }> {
  const temporary = temporaryFolder();
  const orchard = await openOrchard(temporary.folder);
  const position = await writeDemoShop(orchard.deps, orchard.terms);
  await Promise.all(ALL_PROJECTIONS.map((projection) => orchard.projector.reached(projection, position!)));
  await orchard.close();
  return temporary;
}
