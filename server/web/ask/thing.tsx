// What is no provision: a State, an organization, an offence, a statement, an event.
export function Thing({ nodeKey }: { nodeKey: string }) { return <main tabIndex={-1}>{nodeKey}</main>; }
