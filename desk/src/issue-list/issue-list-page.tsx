import './list.css'
import { Loaded } from '../ui'
import { useWorkplace } from '../work'
import { IssueList } from './issue-list'

/** The list of issues: the screen in which handlers live. */
export function IssueListPage() {
  const workplace = useWorkplace()
  return <Loaded query={workplace}>{(value) => <IssueList workplace={value} />}</Loaded>
}
