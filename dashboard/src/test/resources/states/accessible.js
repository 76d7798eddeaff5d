// What axe finds serious, each with the first elements it is about.
() => axe.run().then(found => found.violations
  .filter(one => one.impact === 'serious' || one.impact === 'critical')
  .map(one => `is not accessible: ${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 100)).join(' ')}`))
