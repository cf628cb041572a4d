// The room of openCypher at its address.
export function QueryView() { return <main tabIndex={-1} />; }
