import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from './problemTable.js';

/** The body of every problem (RFC 9457), for OpenAPI and for tests. */
export const problemSchema = z
  .strictObject({
    type: z.string().meta({ description: 'Page about this problem', example: '/problems/BODY_INVALID' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'JSON pointer into the body, or /name of a parameter or header' }),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
    errorsInAll: z.int().optional().meta({ description: 'When there are more than are listed' }),
  })
  .meta({
    id: 'problem',
    example: {
      type: '/problems/BODY_INVALID',
      title: 'The body is not what this route takes',
      status: 422,
      detail: 'The body has 1 fault, see errors.',
      instance: '/v1/quotes',
      code: 'BODY_INVALID',
      requestId: '019ab2c4-5a6b-7c8d-9e0f-112233445566',
      errors: [{ pointer: '/lines/0/quantity', code: 'WRONG_TYPE', detail: 'must be whole pieces' }],
    },
  });
