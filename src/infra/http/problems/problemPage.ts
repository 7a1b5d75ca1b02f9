import { PROBLEMS, type ProblemCode, problemEntry } from './problemTable.js';

/** The page a problem's `type` leads to, as Markdown. */
export function problemPage(code: ProblemCode): string {
  const { status, title, todo, retryAfter } = problemEntry(code);
  const again = retryAfter === undefined ? '' : `\nRetry-After: ${retryAfter} second${retryAfter === 1 ? '' : 's'}.\n`;
  return `# ${code}\n\n${title}. HTTP status ${status}.\n\n${todo}\n${again}\nAll problems: /problems\n`;
}

/** All problems, one line each. */
export function problemIndex(): string {
  const lines = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) => `- ${status} [${code}](/problems/${code}): ${title}`,
  );
  return `# Problems\n\n${lines.join('\n')}\n`;
}
