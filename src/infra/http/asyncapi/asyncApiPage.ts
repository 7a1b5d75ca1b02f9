/** The page that shows /asyncapi.json. Everything in it comes from this server: its policy lets nothing else load. */
export const ASYNC_API_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Orchard on RabbitMQ</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/asyncapi.css" />
  </head>
  <body>
    <main id="api">…</main>
    <script src="/docs/asyncapi.js"></script>
  </body>
</html>
`;

export const ASYNC_API_STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre { background: #f4f4f4; padding: .75rem; overflow: auto; font-size: .85rem; }
summary { cursor: pointer; padding: .3rem 0; }
code { font-size: .9em; }
p { white-space: pre-line; }
`;

/** Texts are set as texts, never as HTML. What is open is reckoned when it is opened. */
export const ASYNC_API_SCRIPT = `const element = (name, text = '', ...inside) => {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...inside);
  return made;
};
const json = (value) => element('pre', JSON.stringify(value, null, 2));

const show = (api) => {
  const at = (pointer) => pointer.slice(2).split('/').reduce((inside, key) => inside[key], api);
  const whole = (value, open = []) => {
    if (Array.isArray(value)) return value.map((one) => whole(one, open));
    if (typeof value !== 'object' || value === null) return value;
    if (!value.$ref) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, whole(one, open)]));
    return open.includes(value.$ref) ? value : whole(at(value.$ref), [...open, value.$ref]);
  };
  const folded = (title, fill) => {
    const details = element('details', '', element('summary', title));
    details.addEventListener('toggle', () => details.append(...fill()), { once: true });
    return details;
  };
  const message = ({ $ref }) => {
    const { name, title = '', contentType, headers, payload, examples } = whole(at($ref));
    return folded(name + ' (' + contentType + ')', () => [
      element('p', title),
      ...(examples ? [element('h4', 'Example'), json(examples[0].payload)] : []),
      ...(headers ? [element('h4', 'Headers'), json(headers)] : []),
      element('h4', 'Body'),
      json(payload),
    ]);
  };
  const operation = ([name, { action, summary, description = '', channel, messages, reply }]) => {
    const { address, bindings } = at(channel.$ref);
    const { exchange } = bindings.amqp;
    return folded(address + ' — ' + summary, () => [
      element('p', description),
      element('p', (action === 'receive' ? 'Publish to ' : 'Bind to ') + exchange.name + ', routing key ' + address),
      ...messages.map(message),
      ...(reply ? [element('h4', 'Answered with'), ...reply.messages.map(message)] : []),
    ]);
  };
  const all = Object.entries(api.operations);
  const of = (action) => all.filter(([, one]) => one.action === action).map(operation);
  document.getElementById('api').replaceChildren(
    element('h1', api.info.title + ' on RabbitMQ'),
    element('p', api.info.description),
    element('h2', 'Commands it takes'),
    ...of('receive'),
    element('h2', 'Events it tells'),
    ...of('send'),
  );
};

fetch('/asyncapi.json')
  .then((response) => response.json())
  .then(show);
`;
