// Answers to questions, one view each.
export function Ask({ question }: { question: string; parameters: Record<string, string> }) { return <main tabIndex={-1}>{question}</main>; }
