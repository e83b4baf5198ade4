import { InstancedMesh, type Mesh, MeshBasicMaterial, MeshStandardMaterial, Vector3 } from 'three';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { simplify } from '../../../viewer/scene/forms/plain.ts';
import { Items } from '../../../viewer/scene/parts/items.ts';
import { Sky } from '../../../viewer/scene/parts/sky.ts';
import { SiteScene } from '../../../viewer/scene/site-scene.ts';
import { fixtureDay, timelineOf } from '../fixture-day.ts';

const events = fixtureDay(200);
const timeline = timelineOf(events);
timeline.append(events);

const standard = (scene: SiteScene): string[] => {
  const found: string[] = [];
  scene.scene.traverse((part) => {
    if ((part as Mesh).material instanceof MeshStandardMaterial) found.push(part.type);
  });
  return found;
};

describe('the plain picture', () => {
  beforeAll(() => {
    // The scene paints textures on canvases, which are of no account here.
    const get = (_: object, key: string | symbol) => (key === Symbol.toPrimitive ? () => 1 : canvas);
    const canvas: object = new Proxy(() => {}, { get, set: () => true, apply: () => canvas });
    vi.stubGlobal('document', canvas);
  });
  afterAll(() => vi.unstubAllGlobals());

  it('has nothing in it that takes long to shade, and no shadow', () => {
    const scene = new SiteScene(timeline);
    expect(standard(scene).length).toBeGreaterThan(5);
    scene.simplify();
    scene.draw(timeline.stateAt(1800e6), null, null);
    expect(standard(scene)).toEqual([]);
    scene.scene.traverse((part) => expect(part instanceof InstancedMesh && part.castShadow).toBe(false));
  });

  it('stays plain when more items lie there than there was room for', () => {
    const items = new Items();
    const scene = new SiteScene(timeline);
    const { plain } = new Sky(scene.scene, 5);
    simplify(items.group, plain);
    const life = [...timeline.items.values()][0]!;
    const meshOf = () =>
      items.group.children.find((part) => (part as InstancedMesh).count > 0) as InstancedMesh;
    items.begin();
    items.put(life, new Vector3());
    const first = meshOf();
    for (let i = 0; i < 300; i++) items.put(life, new Vector3(i, 0, 0));
    items.end();
    const grown = meshOf();
    expect(grown).not.toBe(first);
    expect(grown.count).toBe(301);
    expect(grown.material).toBe(first.material);
    expect(grown.material).toBeInstanceOf(MeshBasicMaterial);
    expect(grown.geometry).toBe(first.geometry);
    expect(grown.castShadow).toBe(false);
  });
});
