import type { Device, PeakType } from '../hardware/device';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { peakOnDevice, peakTypeOf } from './peakType';

/** Peaks by what is multiplied, each looked up once, and how much work each takes. */
export class PeakChoice {
  private readonly known = new Map<string, { type: PeakType; perSecond: number } | undefined>();
  private readonly work = new Map<PeakType, number>();
  readonly instead = new Set<string>();
  readonly missing = new Set<PeakType>();
  private readonly precision: string | undefined;
  private readonly half: 'fp16' | 'bf16';

  constructor(
    model: Model,
    scenario: Scenario,
    private readonly device: Device,
  ) {
    const { activations, weights } = scenario;
    this.half = model.dtype === 'float16' ? 'fp16' : 'bf16';
    if (activations !== 'auto') this.precision = activations;
    else if (model.format !== 'onnx' && weights !== 'stored')
      this.precision = weights === 'fp32' || weights === 'tf32' ? weights : this.half;
  }

  /** FLOP/s of such a product; NaN when the device has no peak for it. */
  of(activation: Parameters<typeof peakTypeOf>[0], weightWidth: number, flops: number): number {
    // An integer operator stays one, whatever floats are computed in.
    const integer = activation !== undefined && /^u?int/.test(activation);
    const key = `${activation}:${weightWidth}`;
    if (!this.known.has(key)) this.known.set(key, this.find(activation, weightWidth, integer));
    const peak = this.known.get(key);
    if (!peak) return Number.NaN;
    if (!Number.isNaN(flops)) this.work.set(peak.type, (this.work.get(peak.type) ?? 0) + flops);
    return peak.perSecond;
  }

  private find(
    activation: Parameters<typeof peakTypeOf>[0],
    weightWidth: number,
    integer: boolean,
  ): { type: PeakType; perSecond: number } | undefined {
    const wanted = peakTypeOf(activation, integer ? undefined : this.precision, weightWidth, this.half);
    if (wanted === undefined) return undefined;
    const peak = peakOnDevice(this.device, wanted);
    if (!peak) this.missing.add(wanted);
    else if (peak.type !== wanted)
      this.instead.add(`No ${wanted} peak of ${this.device.name} is known: its ${peak.type} peak is taken.`);
    return peak;
  }

  /** The type under which most matrix work runs. */
  get main(): { type: PeakType; perSecond: number } | undefined {
    const most = [...this.work].sort((a, b) => b[1] - a[1])[0];
    return most && { type: most[0], perSecond: this.device.peaks[most[0]]! };
  }
}
