const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Ctrl-C under `npm start` arrives twice: from the terminal, and handed on by npm. */
const ONE_PRESS_MILLIS = 500;

export interface StopSignal {
  /** Resolves with the name of the first signal. */
  readonly asked: Promise<string>;
  /** Gives the signals back to the system. */
  readonly forget: () => void;
}

/** Listens to being told to stop: once politely; the second time the process ends there and then. */
export function stopSignal(onSecond: (signal: string) => void): StopSignal {
  let firstAt: number | undefined;
  let heard: (signal: string) => void = () => {};
  const asked = new Promise<string>((resolve) => {
    heard = (signal) => {
      const now = performance.now();
      if (firstAt === undefined) {
        firstAt = now;
        resolve(signal);
      } else if (now - firstAt > ONE_PRESS_MILLIS) {
        onSecond(signal);
        process.exit(1);
      }
    };
  });
  for (const signal of SIGNALS) process.on(signal, heard);
  return {
    asked,
    forget: () => {
      for (const signal of SIGNALS) process.off(signal, heard);
    },
  };
}
