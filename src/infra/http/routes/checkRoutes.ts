import type { Access } from './access.js';
import { type Route, routeKey } from './route.js';

/**
 * Holds the table of routes against the table of access, at start.
 * @throws TypeError naming every route without access, access without route, doubles, and roles a command refuses.
 */
export function checkRoutes(routes: readonly Route[], access: Readonly<Record<string, Access>>): void {
  const keys = routes.map(routeKey);
  const faults = [
    ...keys.filter((key) => !Object.hasOwn(access, key)).map((key) => `${key} has no entry in ACCESS`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} is there twice`),
    ...Object.keys(access)
      .filter((key) => !keys.includes(key))
      .map((key) => `ACCESS names ${key}, which is no route`),
    ...routes.flatMap((route) => commandFaults(route, access[routeKey(route)])),
  ];
  if (faults.length > 0) throw new TypeError(`The routes are not as they should be: ${faults.join('; ')}.`);
}

function commandFaults(route: Route, access: Access | undefined): string[] {
  if (!route.command || access === undefined) return [];
  const same = access !== 'public' && [...access].sort().join() === [...route.command.roles].sort().join();
  return same ? [] : [`${routeKey(route)} and ${route.command.name} let in different roles`];
}
