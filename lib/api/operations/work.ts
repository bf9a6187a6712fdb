/** Operations on whose work a claim is. */
import { AssignmentBody } from '#lib/api/bodies/work';
import { claim, none, type Operation } from '#lib/api/operation';
import { AssigneeList, PersonList } from '#lib/api/shapes/work';
import { Id } from '#lib/domain/fields';

const assignee = claim.extend({ person: Id.describe('The person, by the id that the list of people gives.') });

export const workOperations = {
  listPeople: {
    id: 'listPeople',
    method: 'GET',
    path: '/people',
    scope: 'read',
    act: 'assign',
    summary: 'The people to whom work may be given, by name',
    params: none,
    query: none,
    answer: PersonList,
  },
  listAssignees: {
    id: 'listAssignees',
    method: 'GET',
    path: '/articles/{id}/claims/{number}/assignees',
    scope: 'read',
    summary: 'Whose work a claim is, through the claim or its paragraph',
    params: claim,
    query: none,
    answer: AssigneeList,
  },
  assignClaim: {
    id: 'assignClaim',
    method: 'PUT',
    path: '/articles/{id}/claims/{number}/assignees/{person}',
    scope: 'write:claims',
    act: 'assign',
    summary: 'Give a claim to a person',
    description: 'A person who has it already gets the new date.',
    params: assignee,
    query: none,
    body: AssignmentBody,
    examples: { 'until a day': { dueOn: '2026-02-01' }, 'without a date': {} },
    answer: AssigneeList,
  },
  unassignClaim: {
    id: 'unassignClaim',
    method: 'DELETE',
    path: '/articles/{id}/claims/{number}/assignees/{person}',
    scope: 'write:claims',
    act: 'assign',
    summary: 'Take a claim from a person again',
    description: 'What they have through its paragraph stays theirs.',
    params: assignee,
    query: none,
    answer: AssigneeList,
  },
} as const satisfies Record<string, Operation>;
