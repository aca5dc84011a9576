import { Component, type ReactNode } from "react";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";

interface Props {
  readonly children: ReactNode;
  /** Offers a way on from where nothing can be shown. */
  readonly onLeave: () => void;
}

/** A part of the screen that failed says so, and leaves the rest of the program working. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <main>
        <FaultNotice error={this.state.error} onRetry={this.props.onLeave} />
      </main>
    );
  }
}
