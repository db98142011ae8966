import { z } from 'zod'
import {
  type Condition,
  MAX_COMPARISONS,
  MAX_DEPTH,
  MAX_VALUE_LENGTH,
  MAX_VALUES,
  OPERATORS,
} from './condition.ts'

const one = z.union([
  z.string().max(MAX_VALUE_LENGTH),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ amount: z.union([z.number(), z.string().max(40)]), currency: z.string().max(10) }),
])
const value = z.union([one, z.array(one).max(MAX_VALUES)], {
  error: `a value or a list of at most ${MAX_VALUES} is needed, texts of at most ${MAX_VALUE_LENGTH} characters`,
})

const kept = {
  id: z.string().max(100).optional(),
  path: z.array(z.int().min(0)).max(MAX_DEPTH).optional(),
  disabled: z.boolean().optional(),
  muted: z.boolean().optional().describe('Left out, as if it were not there'),
}
const comparison = z.strictObject({
  ...kept,
  field: z.string().max(60).describe('A built-in field or the key of an own one'),
  operator: z.enum(OPERATORS, { error: `one of ${OPERATORS.join(' ')} is needed` }),
  valueSource: z
    .literal('value', { error: 'a field can be compared with a value only, not with another field' })
    .optional(),
  value: value
    .optional()
    .describe('Of the form that the type of the field asks for; a list for in and between'),
})
const groupShape = {
  ...kept,
  combinator: z.enum(['and', 'or'], { error: '"and" or "or" is needed' }),
  not: z.boolean().optional(),
}
/** As zod sees one group alone; what is in it is looked at one by one. */
const group = z.strictObject({ ...groupShape, rules: z.array(z.unknown()).max(MAX_COMPARISONS * 2) })

/** For the description only: groups in groups are said in words. */
const described = z.toJSONSchema(
  z.strictObject({
    ...groupShape,
    rules: z.array(
      z.union([
        comparison,
        z.strictObject({ ...groupShape, rules: z.array(z.unknown()).describe('As in the outer group') }),
      ]),
    ),
  }),
)

/**
 * A condition as react-querybuilder exports it. A plain recursive schema would say of anything wrong only that nothing
 * fits; here each part is told apart first, so that every wrong member is named.
 */
export const conditionSchema = asCondition(
  z
    .unknown()
    .superRefine((input, context) => {
      let comparisons = 0
      const refuse = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path, message })
      const visit = (part: unknown, path: PropertyKey[], depth: number) => {
        if (typeof part !== 'object' || part === null || Array.isArray(part)) {
          return refuse(path, 'a comparison with field and operator, or a group with combinator and rules')
        }
        const isGroup = depth === 1 || 'rules' in part || 'combinator' in part
        if (isGroup && depth > MAX_DEPTH) return refuse(path, `groups are nested more than ${MAX_DEPTH} deep`)
        if (!isGroup) comparisons++
        const { error } = (isGroup ? group : comparison).safeParse(part)
        for (const issue of error?.issues ?? []) context.addIssue(relocated(issue, path))
        if (!('rules' in part) || !Array.isArray(part.rules) || !isGroup) return
        part.rules
          .slice(0, MAX_COMPARISONS * 2)
          .forEach((inner, index) => visit(inner, [...path, 'rules', index], depth + 1))
      }
      visit(input, [], 1)
      if (comparisons > MAX_COMPARISONS) refuse([], `at most ${MAX_COMPARISONS} comparisons are allowed`)
    })
    .meta({ ...described, $schema: undefined }),
)

/** What the walk let through is a condition. */
function asCondition(schema: z.ZodType): z.ZodType<Condition> {
  return schema as z.ZodType<Condition>
}

type Addable = Exclude<Parameters<z.core.$RefinementCtx['addIssue']>[0], string>

function relocated(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): Addable {
  return { ...issue, path: [...path, ...issue.path] }
}
