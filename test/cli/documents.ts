// Documents for the tests of the command line.

/** A small API, signed as API Gateway does it. */
export const petsDocument = `openapi: 3.0.3
info:
  title: Pets
  version: "1"
servers:
  - url: https://abc123.execute-api.eu-west-1.amazonaws.com/prod
security:
  - sigv4: []
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet" }
        "404":
          description: There is no such pet.
components:
  securitySchemes:
    sigv4:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: awsSigv4
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        born: { type: string, format: date-time }
`;

export const renamingOverlay = `overlay: 1.0.0
info: { title: A better title, version: "1" }
actions:
  - target: $.info
    description: The title says nothing.
    update: { title: Animals }
`;
