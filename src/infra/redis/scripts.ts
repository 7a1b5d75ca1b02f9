/**
 * What must happen at once. Redis runs a script alone, and writes its effects to disk and replicas as one.
 * Everything that varies comes as keys and arguments.
 */
export const SCRIPTS = {
  /**
   * KEYS checkpoint, all; ARGV from, to, parked, then commands, each as their number of words and the words.
   * The second word of a command is its key; one that will expire needs no deleting. Returns 0 when the checkpoint is elsewhere, and has changed nothing.
   */
  orchardCommit: {
    numberOfKeys: 2,
    lua: `
if redis.call('HGET', KEYS[1], 'position') ~= ARGV[1] then return 0 end
local at = 4
while at <= #ARGV do
  local last = at + tonumber(ARGV[at])
  redis.call(unpack(ARGV, at + 1, last))
  local keeps = ARGV[at + 1] ~= 'PEXPIRE'
  redis.call(keeps and 'SADD' or 'SREM', KEYS[2], ARGV[at + 2])
  at = last + 1
end
redis.call('HSET', KEYS[1], 'position', ARGV[2], 'parked', ARGV[3])
return 1`,
  },
  /** KEYS checkpoint, all; ARGV the position to begin at. */
  orchardReset: {
    numberOfKeys: 2,
    lua: `
for _, key in ipairs(redis.call('SMEMBERS', KEYS[2])) do redis.call('UNLINK', key) end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'position', ARGV[1], 'parked', '[]')
return 1`,
  },
  /** KEYS checkpoint, then hashes; ARGV a field of each. Returns the position and the values; false: there is nothing. */
  orchardLookUp: {
    lua: `
local found = { redis.call('HGET', KEYS[1], 'position') }
if not found[1] then return false end
for n = 2, #KEYS do found[n] = redis.call('HGET', KEYS[n], ARGV[n - 1]) end
return found`,
  },
  /** KEYS the lease; ARGV who asks, and for how many milliseconds. */
  orchardLead: {
    numberOfKeys: 1,
    lua: `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`,
  },
} as const;
