// The same servers in containers, where a Docker engine is: images pinned, gone when they are stopped.

/** @type {Readonly<Record<string, () => Promise<{ url: string, stop: () => Promise<void> }>>>} */
export const containers = {
  async postgres() {
    const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
    const container = await new PostgreSqlContainer('postgres:15.14-alpine3.22').withDatabase('orchard').start();
    return { url: container.getConnectionUri(), stop: () => stopped(container) };
  },

  async redis() {
    const { RedisContainer } = await import('@testcontainers/redis');
    const container = await new RedisContainer('redis:7.0.15-alpine3.20').start();
    return { url: container.getConnectionUrl(), stop: () => stopped(container) };
  },

  async rabbitmq() {
    const { RabbitMQContainer } = await import('@testcontainers/rabbitmq');
    const container = await new RabbitMQContainer('rabbitmq:3.13.7-alpine').start();
    return { url: container.getAmqpUrl(), stop: () => stopped(container) };
  },
};

async function stopped(container) {
  await container.stop();
}
