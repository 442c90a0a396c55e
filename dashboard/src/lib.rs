//! HTML pages and charts, reading the public GraphQL API as any client would
