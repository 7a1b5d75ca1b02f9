import { count, instant, json, own, ownJson, text } from './column.js';
import { type ExportedTable, ORIGIN } from './exportedTable.js';

/** Every published event, as the feed tells it. */
export const EVENTS_TABLE: ExportedTable = {
  name: 'events',
  zh: '全部公开事件，每行一个，按日志顺序；NDJSON 中每行就是 CloudEvents 1.0 信封',
  en: 'every published event, a row each, in the order of the log; a line of NDJSON is the CloudEvents 1.0 envelope itself',
  columns: [
    ...ORIGIN,
    text('id', '事件编号（UUID v7）', 'id of the event (UUID v7)', own('id')),
    text('type', '事件类型与版本', 'type and version of the event', own('type')),
    text('subject', '对象：类别/编号', 'what it is about: kind/id', own('subject')),
    count('revision', '对象内的序号，从 0 起', 'counts from 0 for its subject', own('revision')),
    instant('effective_from', '生效时刻（UTC）', 'from when it holds (UTC)', own('effectivefrom')),
    text('actor', '操作者', 'who did it', own('actor')),
    text('actor_role', '操作者角色', 'role of who did it', own('actorrole')),
    text('correlation', '请求编号', 'the request it came by', own('correlation')),
    text('causation', '由哪个事件引起', 'the event it follows from', own('causation')),
    json(
      'data',
      '内容（JSON）；结构见 /schemas/类型',
      'what it says (JSON); its schema is at /schemas/TYPE',
      ownJson('data'),
    ),
  ],
  itemsOf: (event) => [event],
  itemIsLine: true,
};
