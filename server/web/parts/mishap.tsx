// What is shown in place of a part of the page that failed: the rest goes on.
import { Component, type ComponentChildren } from "preact";

interface Props { what: string; of: string; children: ComponentChildren }

/// `of` names what is shown: with another it tries anew.
export class Mishap extends Component<Props, { failed: boolean }> {
  state = { failed: false };
  static getDerivedStateFromError() { return { failed: true }; }
  componentDidCatch(error: unknown) { console.error(error); }
  componentDidUpdate(before: Props) {
    if (before.of !== this.props.of && this.state.failed) this.setState({ failed: false });
  }
  render({ what, children }: Props) {
    return this.state.failed ? <p class="notice" role="alert">{what} cannot be shown: what the server answered was not understood. The rest of the page is whole.</p> : <>{children}</>;
  }
}
