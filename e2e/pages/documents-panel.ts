import type { Locator, Page } from '@playwright/test';

export interface HandedFile {
  name: string;
  bytes: Uint8Array;
}

/** The documentation of an account, or of a control. */
export class DocumentsPanel {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('region', { name: /^Dokumentation/ });
  }

  async choose(...files: HandedFile[]): Promise<void> {
    await this.root.locator('input[type=file]').setInputFiles(files.map(toPayload));
  }

  /** Drops the files as a person does who drags them from a folder. */
  async drop(...files: HandedFile[]): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (handed) => {
        const data = new DataTransfer();
        for (const { name, text } of handed) data.items.add(new File([text], name));
        return data;
      },
      files.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString() })),
    );
    await this.root
      .getByRole('region', { name: 'Vedlæg dokumenter' })
      .dispatchEvent('drop', { dataTransfer: transfer });
  }

  /** Pastes a picture as a cut of the screen arrives. */
  async pastePicture(bytes: Uint8Array): Promise<void> {
    await this.page.evaluate(
      (numbers) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(numbers)], 'image.png', { type: 'image/png' }));
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [...bytes],
    );
  }

  /** A document that has arrived: one on its way has a line of its own. */
  document(name: string | RegExp): Locator {
    return this.root.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Vedlagt' });
  }
}

function toPayload({ name, bytes }: HandedFile) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}
